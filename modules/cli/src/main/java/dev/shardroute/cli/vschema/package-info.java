/** The commands about VSchemas. */
@NullMarked
package dev.shardroute.cli.vschema;

import org.jspecify.annotations.NullMarked;
