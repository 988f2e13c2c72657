@org.jspecify.annotations.NullMarked
package dev.shardroute.cli.vschema;
