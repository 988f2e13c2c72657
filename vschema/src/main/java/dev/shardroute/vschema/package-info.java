/** VSchemas: keyspaces, tables and routing rules. */
@NullMarked
package dev.shardroute.vschema;

import org.jspecify.annotations.NullMarked;
