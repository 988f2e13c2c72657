package dev.shardroute.cli.verify;

/**
 * A case in which the planner does something else on purpose, because the expected plan can give other results than MySQL.
 *
 * @param file the name of its file
 * @param name the case, as {@link PlanCase#name} has it
 * @param part the first cell of the row of {@code docs/compatibility.md} that it is an example of
 * @param why  what would be wrong with the expected plan
 */
public record Deviation(String file, String name, String part, String why) {}
