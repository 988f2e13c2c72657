/** {@code shardroute demo}: a gateway over an embedded MariaDB, and what it does. */
@NullMarked
package dev.shardroute.cli.demo;

import org.jspecify.annotations.NullMarked;
