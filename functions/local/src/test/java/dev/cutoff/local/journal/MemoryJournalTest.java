package dev.cutoff.local.journal;

final class MemoryJournalTest extends JournalContract {
  @Override
  Journal open() {
    return Journal.inMemory();
  }
}
