package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.MemoVersion;
import org.jspecify.annotations.Nullable;

/** Holds the children of one element against the schema: what may stand there, in which order, how often. */
final class SequenceCheck {
    private final Place parent;
    private final Sequence sequence;
    private final MemoVersion version;
    private final Oddities oddities;
    private final Place.@Nullable Siblings[] seen;
    private int latest;

    SequenceCheck(Place parent, Sequence sequence, MemoVersion version, Oddities oddities) {
        this.parent = parent;
        this.sequence = sequence;
        this.version = version;
        this.oddities = oddities;
        this.seen = new Place.@Nullable Siblings[sequence.parts().size()];
    }

    /** {@return the place of the child that has just begun, null if it is to be skipped} */
    @Nullable
    Place admit(String name) {
        int position = sequence.position(name);
        if (position < 0) {
            stranger(name);
            return null;
        }
        Place.Siblings siblings = seen[position];
        if (siblings == null) {
            siblings = new Place.Siblings();
            seen[position] = siblings;
        }
        Place place = parent.child(name, siblings);
        if (siblings.count() > 1 && !sequence.parts().get(position).occurs().repeats()) {
            oddities.error("V08", place, "stands more than once; keep one");
            return null;
        }
        if (position < latest) {
            Part before = sequence.parts().get(latest);
            oddities.error("V08", place, "stands too late; move it before " + Place.local(before.name()));
        }
        latest = Math.max(latest, position);
        return place;
    }

    private void stranger(String name) {
        String fix = sequence.namesake(Place.local(name)).isPresent()
                ? "is in the wrong namespace; give it the one of the schema"
                : "is not known here; leave it out or mend its name";
        oddities.error("V08", parent.stranger(name), fix);
    }

    /** Reports what did not come. */
    void end() {
        for (int i = 0; i < seen.length; i++) {
            Part part = sequence.parts().get(i);
            if (seen[i] == null) {
                switch (part.occurs()) {
                    case ONE, ONE_OR_MORE -> missing("V08", part, "is missing; the schema demands it");
                    case ONE_IN_1_1 -> {
                        if (version == MemoVersion.V1_1) {
                            missing("V03", part, "is missing; MeMo 1.1 demands it, so write false or use 1.2");
                        }
                    }
                    case OPTIONAL, SEVERAL -> {}
                }
            }
        }
    }

    private void missing(String rule, Part part, String message) {
        oddities.unusable(rule, parent.child(part.name()), message);
    }
}
