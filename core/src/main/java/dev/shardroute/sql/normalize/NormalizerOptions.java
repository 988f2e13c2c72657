package dev.shardroute.sql.normalize;

import dev.shardroute.error.ErrorCode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How to normalize, and what of the session decides it. Names of variables and functions are kept in lower case.
 *
 * @param prefix             what the names of bind variables that no column gives begin with; a number follows
 * @param parameterize       whether literals become bind variables
 * @param keyspace           the session's keyspace, or null; tables of the server's own schemas are qualified with it
 * @param selectLimit        the session's {@code sql_select_limit}, or null when it is not set
 * @param hint               an optimizer hint that every statement gets, such as {@code SET_VAR(sql_mode='')}; may be empty
 * @param foreignKeyChecks   the session's {@code foreign_key_checks}, or null when it is not set
 * @param sessionVariables   the other system variables that the session has set: shards do not know their values
 * @param aggregateFunctions the loadable functions that aggregate
 * @param views              the views whose query takes their place
 * @param maxViews           how often the query of a view may be put into one statement, views in views counted
 */
public record NormalizerOptions(String prefix, boolean parameterize, @Nullable String keyspace,
        @Nullable Long selectLimit, String hint, @Nullable Boolean foreignKeyChecks, Set<String> sessionVariables,
        Set<String> aggregateFunctions, Views views, int maxViews) {
    /** Literals become {@code :bv1}, {@code :bv2}, …; the session has set nothing; there are no views. */
    public static final NormalizerOptions DEFAULTS =
            new NormalizerOptions("bv", true, null, null, "", null, Set.of(), Set.of(), Views.NONE, 256);

    /** Checks the values and copies the sets. */
    public NormalizerOptions {
        sessionVariables = inLowerCase(sessionVariables);
        aggregateFunctions = inLowerCase(aggregateFunctions);
        check(!prefix.startsWith("_") && !prefix.isEmpty() && prefix.equals(BindNames.asVariable(prefix)), "prefix",
                "must be a name that begins with a letter");
        check(selectLimit == null || selectLimit >= 0, "selectLimit", "must not be negative");
        check(!hint.contains("*/"), "hint", "must not end its comment");
        check(maxViews >= 0, "maxViews", "must not be negative");
    }

    private static Set<String> inLowerCase(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private static void check(boolean isRight, String name, String what) {
        if (!isRight) {
            throw ErrorCode.SR07001.error(name, what);
        }
    }

    /** A builder that starts from {@link #DEFAULTS}. */
    public static Builder builder() {
        return new Builder();
    }

    /** Makes {@link NormalizerOptions}. */
    public static final class Builder {
        private String prefix = DEFAULTS.prefix;
        private boolean parameterize = DEFAULTS.parameterize;
        private @Nullable String keyspace;
        private @Nullable Long selectLimit;
        private String hint = DEFAULTS.hint;
        private @Nullable Boolean foreignKeyChecks;
        private Set<String> sessionVariables = DEFAULTS.sessionVariables;
        private Set<String> aggregateFunctions = DEFAULTS.aggregateFunctions;
        private Views views = DEFAULTS.views;
        private int maxViews = DEFAULTS.maxViews;

        private Builder() {}

        /** Sets what names of bind variables begin with. */
        public Builder prefix(String name) {
            prefix = name;
            return this;
        }

        /** Sets whether literals become bind variables. */
        public Builder parameterize(boolean literals) {
            parameterize = literals;
            return this;
        }

        /** Sets the session's keyspace. */
        public Builder keyspace(@Nullable String name) {
            keyspace = name;
            return this;
        }

        /** Sets how many rows a SELECT without LIMIT gives. */
        public Builder selectLimit(@Nullable Long rows) {
            selectLimit = rows;
            return this;
        }

        /** Sets the optimizer hint that every statement gets. */
        public Builder hint(String text) {
            hint = text;
            return this;
        }

        /** Sets whether foreign keys are checked. */
        public Builder foreignKeyChecks(@Nullable Boolean checks) {
            foreignKeyChecks = checks;
            return this;
        }

        /** Sets which system variables the session has set. */
        public Builder sessionVariables(Set<String> names) {
            sessionVariables = names;
            return this;
        }

        /** Sets which loadable functions aggregate. */
        public Builder aggregateFunctions(Set<String> names) {
            aggregateFunctions = names;
            return this;
        }

        /** Sets the views. */
        public Builder views(Views known) {
            views = known;
            return this;
        }

        /** Sets how often queries of views may be put into one statement. */
        public Builder maxViews(int count) {
            maxViews = count;
            return this;
        }

        /**
         * The options.
         *
         * @throws dev.shardroute.error.ShardrouteException {@code SR07001} when a value is not allowed
         */
        public NormalizerOptions build() {
            return new NormalizerOptions(prefix, parameterize, keyspace, selectLimit, hint, foreignKeyChecks,
                    sessionVariables, aggregateFunctions, views, maxViews);
        }
    }
}
