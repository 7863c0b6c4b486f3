package dev.cutoff.document.application;

/** Draws what customs want to see. The same content gives the same bytes. */
public interface CustomsForms {
  /** A commercial invoice on Letter paper, one or more pages, as PDF. */
  byte[] commercialInvoice(CustomsContent content);

  /** CN 22, the small declaration of the posts, on a label of 4 x 6 inches; of at most 4 items. */
  byte[] cn22(CustomsContent content);

  /** CN 23, the large declaration of the posts, on Letter paper, one or more pages, as PDF. */
  byte[] cn23(CustomsContent content);
}
