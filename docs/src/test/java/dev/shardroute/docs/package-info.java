/** Tests of the documentation: its snippets compile and print what it says, its tables are those of the code. */
@NullMarked
package dev.shardroute.docs;

import org.jspecify.annotations.NullMarked;
