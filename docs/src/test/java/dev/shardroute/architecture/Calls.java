package dev.shardroute.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Predicates on calls. */
final class Calls {
    private Calls() {}

    /** Creations of exactly these classes; the {@code super(...)} call of a subclass is none. */
    static DescribedPredicate<JavaConstructorCall> constructorOf(Class<?>... types) {
        Set<String> names = Arrays.stream(types).map(Class::getName).collect(Collectors.toUnmodifiableSet());
        return DescribedPredicate.describe("creates one of " + names, call -> creates(call, names));
    }

    private static boolean creates(JavaConstructorCall call, Set<String> names) {
        return names.contains(call.getTargetOwner().getName()) && !isSuperCall(call);
    }

    private static boolean isSuperCall(JavaConstructorCall call) {
        return call.getOrigin().isConstructor()
                && call.getOriginOwner().getRawSuperclass().filter(call.getTargetOwner()::equals).isPresent();
    }
}
