/** MySQL values: types, typed values, bind variables, result columns and rows. */
@NullMarked
package dev.shardroute.type;

import org.jspecify.annotations.NullMarked;
