package dev.shardroute.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import dev.shardroute.planner.check.PlanValidator;
import dev.shardroute.planner.plan.Plan;
import dev.shardroute.planner.plan.PlanJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds for the plan of any statement; the statements are those of the conformance data, and put together from them. */
final class PlanningLawsTest {
    /** How often each file's statements are planned again, in another order each time. */
    private static final int SHUFFLED_RUNS = 1_000;
    private static final int STATEMENTS_OF_A_RUN = 30;
    private static final List<String> FILES = List.of("aggr_cases.json", "select_cases.json", "from_cases.json",
            "union_cases.json", "cte_cases.json", "filter_cases.json", "tpch_cases.json", "window_function_cases.json");
    /** Queries around two queries of one file. */
    private static final List<String> FORMS = List.of(
            "select * from (%1$s) as t join (%2$s) as u on true limit 3",
            "(%1$s) union all (%2$s)",
            "(%1$s) union (%2$s) order by 1 limit 2",
            "select id from user where id in (%1$s) or id = 5",
            "select count(*), max(t.id) from (%1$s) as t where t.id = 5 group by t.id having count(*) > 1 order by 2",
            "select u.id from user as u left join (%1$s) as t on u.id = t.id where t.id is null order by u.id",
            "select (select count(*) from (%1$s) as t), id from user order by 1",
            "with c as (%1$s) select distinct c.id from c, user where c.id = user.id",
            "select 1 from user where exists (%1$s) and not exists (%2$s)",
            "select distinct t.id + 1 as z from (%1$s) as t order by z desc limit 5, 2",
            "select t.id, avg(t.col), group_concat(distinct t.id) from (%1$s) as t group by t.id order by avg(t.col)");

    record Statement(Function<String, Plan> plans, String sql) {
        /** It gets a plan that can be run, or is refused. */
        void check() {
            try {
                PlanValidator.check(plans.apply(sql));
            } catch (ShardrouteException e) {
                assertNotEquals(ErrorCode.VT13001, e.code(), () -> sql + ": " + e.getMessage());
            }
        }

        /** The plan, or the code and the message of the error. */
        String outcome() {
            try {
                return PlanJson.print(plans.apply(sql));
            } catch (ShardrouteException e) {
                return e.code() + ": " + e.getMessage();
            }
        }
    }

    @Test
    void plan_ofAnyStatement_canBeRun() {
        statements(files()).forEach(file -> file.forEach(Statement::check));
    }

    @Test
    void plan_isTheSame_inAnyOrderAndOnAnyThread() {
        List<List<Statement>> files = statements(FILES);
        List<List<String>> expected =
                files.stream().map(file -> file.stream().map(Statement::outcome).toList()).toList();
        IntStream.range(0, SHUFFLED_RUNS).parallel().forEach(run -> {
            int file = run % files.size();
            List<Integer> order = new ArrayList<>(IntStream.range(0, files.get(file).size()).boxed().toList());
            Collections.shuffle(order, new Random(run));
            order.stream().limit(STATEMENTS_OF_A_RUN).forEach(
                    i -> assertEquals(expected.get(file).get(i), files.get(file).get(i).outcome()));
        });
    }

    @Property(tries = 5_000, seed = "1")
    void queryAroundQueries_getsAPlanOrIsRefused(@ForAll("combined") Statement statement) {
        statement.check();
    }

    @Provide
    Arbitrary<Statement> combined() {
        return Arbitraries.of(statements(FILES)).flatMap(file -> Combinators
                .combine(Arbitraries.of(FORMS), Arbitraries.of(file), Arbitraries.of(file))
                .as((form, first, second) -> new Statement(first.plans(), form.formatted(first.sql(), second.sql()))));
    }

    // the data

    private static Path plans() {
        Path plans = Path.of(System.getProperty("shardroute.conformance", "conformance"), "plans");
        assumeTrue(Files.isDirectory(plans), () -> "skipped: there is no data at " + plans.normalize());
        return plans;
    }

    private static List<String> files() {
        try (Stream<Path> files = Files.list(plans().resolve("cases"))) {
            return files.map(Path::getFileName).map(String::valueOf).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The queries of each file. */
    private static List<List<Statement>> statements(List<String> files) {
        Contexts contexts = Contexts.read(plans().resolve("contexts.json"));
        return files.stream().map(file -> queries(file, contexts.plans(file))).toList();
    }

    private static List<Statement> queries(String file, Function<String, Plan> plans) {
        return CaseFile.read(plans().resolve("cases").resolve(file)).cases().stream().map(PlanCase::query)
                .filter(query -> query.regionMatches(true, 0, "select", 0, 6))
                .map(query -> new Statement(plans, query)).toList();
    }
}
