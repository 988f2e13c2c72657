/** The server side of MySQL's wire protocol. */
@NullMarked
package dev.shardroute.mysql;

import org.jspecify.annotations.NullMarked;
