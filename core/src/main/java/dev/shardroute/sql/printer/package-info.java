/** From syntax trees back to SQL, in canonical form. */
@NullMarked
package dev.shardroute.sql.printer;

import org.jspecify.annotations.NullMarked;
