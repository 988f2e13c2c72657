/** The commands that read statements and print them in another form. */
@NullMarked
package dev.shardroute.cli.statement;

import org.jspecify.annotations.NullMarked;
