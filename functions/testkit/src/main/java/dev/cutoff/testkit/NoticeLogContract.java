package dev.cutoff.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutoff.notice.Announcement.What;
import dev.cutoff.notice.application.NoticeLog;
import dev.cutoff.notice.application.NoticeLog.Entry;
import dev.cutoff.notice.application.NoticeLog.Page;
import dev.cutoff.order.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link NoticeLog} does. */
public abstract class NoticeLogContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final OrderId ORDER = new OrderId("DTC-90412");
  private static final Entry FIRST = new Entry(Set.of("SHP-1-1", "SHP-1-2"), NOON);
  private static final Entry SECOND = new Entry(Set.of("SHP-2-1"), NOON.plusSeconds(60));

  private NoticeLog log;

  /** One with nothing in it. */
  protected abstract NoticeLog fresh();

  @BeforeEach
  void open() {
    log = fresh();
  }

  @Test
  void nothing_was_told_at_first() {
    assertThat(page().entries()).isEmpty();
    assertThat(page().about("SHP-1-1")).isEmpty();
  }

  @Test
  void what_was_written_is_there_with_all_that_it_tells() {
    assertThat(log.write(page().with(FIRST))).isTrue();
    assertThat(log.write(page().with(SECOND))).isTrue();
    assertThat(page().entries()).containsExactly(FIRST, SECOND);
    assertThat(page().about("SHP-1-2")).contains(FIRST);
    assertThat(page().about("SHP-3-1")).isEmpty();
  }

  @Test
  void another_order_kind_or_medium_knows_nothing_of_it() {
    assertThat(log.write(page().with(FIRST))).isTrue();
    assertThat(
            List.of(
                log.read(new OrderId("DTC-90413"), What.SHIPPED, "email"),
                log.read(ORDER, What.DELIVERED, "email"),
                log.read(ORDER, What.SHIPPED, "sms")))
        .allSatisfy(other -> assertThat(other.entries()).isEmpty());
  }

  @Test
  void who_read_before_another_wrote_may_not_write() {
    Page stale = page();
    assertThat(log.write(page().with(FIRST))).isTrue();
    assertThat(log.write(stale.with(SECOND))).isFalse();
    Page second = page();
    assertThat(log.write(page().with(SECOND))).isTrue();
    assertThat(log.write(second.with(SECOND))).isFalse();
    assertThat(page().entries()).containsExactly(FIRST, SECOND);
  }

  @Test
  void what_was_not_sent_may_be_taken_back() {
    assertThat(log.write(page().with(FIRST))).isTrue();
    assertThat(log.write(page().without(FIRST))).isTrue();
    assertThat(page().entries()).isEmpty();
  }

  @Test
  void of_many_in_one_instant_exactly_one_writes() throws Exception {
    Page read = page();
    assertThat(Together.run(20, number -> log.write(read.with(FIRST))))
        .filteredOn(written -> written)
        .hasSize(1);
  }

  private Page page() {
    return log.read(ORDER, What.SHIPPED, "email");
  }
}
