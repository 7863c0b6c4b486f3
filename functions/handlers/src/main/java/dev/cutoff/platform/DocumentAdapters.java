package dev.cutoff.platform;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.cutoff.adapter.document.CarrierLabels;
import dev.cutoff.adapter.document.ManifestPdf;
import dev.cutoff.dock.application.ManifestSheet;
import dev.cutoff.document.application.CustomsForms;
import dev.cutoff.document.application.LabelForms;
import dev.cutoff.document.application.PrintSheets;
import jakarta.inject.Singleton;

/**
 * Which adapter stands behind which port;
 *
 * <p>/** What is drawn and printed.
 */
@Module
interface DocumentAdapters {
  /** One for all that this process draws. */
  @Provides
  @Singleton
  static ManifestSheet manifestSheet() {
    return new ManifestPdf();
  }

  /** One for all that this process prints: it holds the fonts. */
  @Provides
  @Singleton
  static LazyDocuments lazyDocuments() {
    return new LazyDocuments();
  }

  @Binds
  PrintSheets printSheets(LazyDocuments documents);

  @Binds
  CustomsForms customsForms(LazyDocuments documents);

  @Provides
  static LabelForms labelForms() {
    return new CarrierLabels();
  }
}
