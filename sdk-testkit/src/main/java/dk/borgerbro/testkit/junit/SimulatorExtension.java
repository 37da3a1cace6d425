package dk.borgerbro.testkit.junit;

import dk.borgerbro.testkit.simulator.Simulator;
import java.lang.reflect.Field;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ModifierSupport;

/** The extension behind {@link WithSimulators}. */
final class SimulatorExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterAllCallback,
                ParameterResolver,
                TestInstancePostProcessor {
    private static final Namespace OURS = Namespace.create(SimulatorExtension.class);

    SimulatorExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) throws IllegalAccessException {
        inject(context, context.getRequiredTestClass(), null, ModifierSupport::isStatic);
    }

    @Override
    public void postProcessTestInstance(Object instance, ExtensionContext context) throws IllegalAccessException {
        inject(context, instance.getClass(), instance, ModifierSupport::isNotStatic);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        simulators(context).reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.equals(outermost(context))) {
            List<String> forgotten = simulators(context).forgottenClients();
            if (!forgotten.isEmpty()) {
                throw new AssertionError("connections of this SDK's clients are open after the last test of "
                        + context.getRequiredTestClass().getName()
                        + ", so a client was not closed (try-with-resources, or a field with @AutoClose): "
                        + String.join("; ", forgotten));
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return Simulator.class.isAssignableFrom(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulators(context).get(parameter.getParameter().getType());
    }

    private static void inject(
            ExtensionContext context, Class<?> type, @Nullable Object instance, Predicate<Field> which)
            throws IllegalAccessException {
        for (Field field :
                AnnotationSupport.findAnnotatedFields(type, Simulated.class, which, HierarchyTraversalMode.TOP_DOWN)) {
            if (!Simulator.class.isAssignableFrom(field.getType())) {
                throw new ExtensionConfigurationException(
                        "@Simulated field " + field.getName() + " of " + type.getName() + " is of no simulator's type");
            }
            field.setAccessible(true);
            field.set(instance, simulators(context).get(field.getType()));
        }
    }

    /** Nested classes share the simulators of the class around them; the store closes them. */
    private static ClassSimulators simulators(ExtensionContext context) {
        return outermost(context)
                .getStore(OURS)
                .computeIfAbsent(ClassSimulators.class, key -> new ClassSimulators(), ClassSimulators.class);
    }

    private static ExtensionContext outermost(ExtensionContext context) {
        ExtensionContext outermost = context;
        while (outermost.getParent().flatMap(ExtensionContext::getTestClass).isPresent()) {
            outermost = outermost.getParent().orElseThrow();
        }
        return outermost;
    }
}
