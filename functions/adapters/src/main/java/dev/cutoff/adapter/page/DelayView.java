package dev.cutoff.adapter.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the template of the question says; every text is one clean line.
 *
 * @param deadline until when an answer is needed; null where silence keeps the order
 * @param day that is agreed to, for machines; empty where there is none
 * @param back to the order's page, from this page's address
 */
record DelayView(
    String language,
    String style,
    String shop,
    String headline,
    String lead,
    @Nullable String deadline,
    List<View.Fact> facts,
    boolean mayKeep,
    boolean mayCancel,
    String day,
    String keep,
    String cancel,
    String back,
    String backName) {}
