package dev.shardroute.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.Json;
import dev.shardroute.error.ErrorCode;
import dev.shardroute.error.ShardrouteException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What holds for the plan of any statement; the statements are those of the conformance data, and put together from them. */
final class PlanningLawsTest {
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

    record Statement(PlanningSetup setup, String sql) {
        /** The plan, or the code and the message of the error. */
        String outcome() {
            try {
                return setup.plan(sql).toString();
            } catch (ShardrouteException e) {
                assertNotEquals(ErrorCode.VT13001, e.code(), () -> sql + ": " + e.getMessage());
                return e.code() + ": " + e.getMessage();
            }
        }
    }

    @Test
    void plan_isTheSame_inAnyOrderAndOnAnyThread() {
        List<Statement> statements = new ArrayList<>();
        statements().forEach(statements::addAll);
        List<String> expected = statements.stream().map(Statement::outcome).toList();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            order.addAll(List.of(i, i, i));
        }
        Collections.shuffle(order, new Random(1));
        order.parallelStream().forEach(i -> assertEquals(expected.get(i), statements.get(i).outcome()));
    }

    @Property(tries = 5_000)
    void queryAroundQueries_getsAPlanOrIsRefused(@ForAll("combined") Statement statement) {
        statement.outcome();
    }

    @Provide
    Arbitrary<Statement> combined() {
        return Arbitraries.of(statements()).flatMap(file -> Combinators
                .combine(Arbitraries.of(FORMS), Arbitraries.of(file), Arbitraries.of(file))
                .as((form, first, second) -> new Statement(first.setup(), form.formatted(first.sql(), second.sql()))));
    }

    /** The queries of each file. */
    private static List<List<Statement>> statements() {
        Path plans = Path.of(System.getProperty("shardroute.conformance", "conformance"), "plans");
        assumeTrue(Files.isDirectory(plans), () -> "skipped: there is no data at " + plans.normalize());
        Contexts contexts = Contexts.read(plans.resolve("contexts.json"));
        return FILES.stream().map(file -> queries(plans.resolve("cases").resolve(file), contexts.setup(file))).toList();
    }

    private static List<Statement> queries(Path file, PlanningSetup setup) {
        List<Statement> queries = new ArrayList<>();
        for (JsonNode planCase : Json.read(file)) {
            String query = planCase.path("query").asText();
            if (query.regionMatches(true, 0, "select", 0, 6)) {
                queries.add(new Statement(setup, query));
            }
        }
        return queries;
    }
}
