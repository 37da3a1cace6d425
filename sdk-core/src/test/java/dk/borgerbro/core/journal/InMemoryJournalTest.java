package dk.borgerbro.core.journal;

class InMemoryJournalTest extends JournalContract {
    private final Journal only = Journal.inMemory(clock);

    @Override
    Journal open() {
        return only;
    }
}
