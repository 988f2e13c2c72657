package dev.shardroute.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shardroute.cli.Json;
import dev.shardroute.cli.verify.Contexts;
import dev.shardroute.planner.Planner;
import dev.shardroute.planner.PlanningContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;

/**
 * The statements of a file of the conformance data that JSqlParser can parse, whatever the planner makes of them, and what is
 * planned for. The data is looked for where the system property {@code shardroute.conformance} says, and beside the project.
 */
public record PlanCases(Planner planner, PlanningContext session, List<String> statements) {
    /** Stands for all statements of a file. */
    public static final String ALL = "all";

    /** Copies the list. */
    public PlanCases {
        statements = List.copyOf(statements);
    }

    /**
     * The cases of a file.
     *
     * @param name  the name of the file without {@code _cases.json}
     * @param which {@link #ALL}, or the number of one statement among them, from 0
     */
    public static PlanCases read(String name, String which) {
        Path plans = Path.of(System.getProperty("shardroute.conformance", "../shared/conformance"), "plans");
        if (!Files.isDirectory(plans)) {
            throw new IllegalStateException("there is no conformance data at " + plans.toAbsolutePath().normalize()
                    + ": say -jvmArgsAppend -Dshardroute.conformance=FOLDER");
        }
        String file = name + "_cases.json";
        Contexts contexts = Contexts.read(plans.resolve("contexts.json"));
        List<String> statements = new ArrayList<>();
        for (JsonNode planCase : Json.read(plans.resolve("cases").resolve(file))) {
            String query = planCase.path("query").asText();
            if (isParsed(query)) {
                statements.add(query);
            }
        }
        List<String> chosen = which.equals(ALL) ? statements : List.of(statements.get(Integer.parseInt(which)));
        return new PlanCases(contexts.planner(file), contexts.session(file), chosen);
    }

    private static boolean isParsed(String sql) {
        try {
            CCJSqlParserUtil.parse(sql);
            return true;
        } catch (JSQLParserException e) {
            return false;
        }
    }
}
