package dk.borgerbro.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;

/** What a user of the SDK can see: public types of public packages, and their public and protected members. */
final class Visible {
    private Visible() {}

    static DescribedPredicate<JavaClass> toUsers() {
        return DescribedPredicate.describe("public API", Visible::isPublicApi);
    }

    static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static boolean isPublicApi(JavaClass type) {
        String home = type.getPackageName();
        boolean publicPackage = !home.contains(".internal") && !home.startsWith("dk.borgerbro.core.support");
        return publicPackage
                && isVisible(type.getModifiers())
                && type.getEnclosingClass().map(Visible::isPublicApi).orElse(true);
    }
}
