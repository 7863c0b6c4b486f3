package dev.cutoff.platform;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.cutoff.adapter.document.CarrierLabels;
import dev.cutoff.adapter.document.ManifestPdf;
import dev.cutoff.adapter.page.HtmlPages;
import dev.cutoff.dock.application.ManifestSheet;
import dev.cutoff.document.application.CustomsForms;
import dev.cutoff.document.application.LabelForms;
import dev.cutoff.document.application.PrintSheets;
import dev.cutoff.page.application.CustomerPages;
import jakarta.inject.Singleton;

/** What is drawn, printed and shown. */
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

  /** One for all that this process shows: it holds the template. */
  @Provides
  @Singleton
  static CustomerPages customerPages() {
    return new HtmlPages();
  }
}
