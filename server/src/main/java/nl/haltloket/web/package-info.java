/** HTTP: the contract, who may call what, problems, streams and static files. Knows no feature. */
@NullMarked
package nl.haltloket.web;

import org.jspecify.annotations.NullMarked;
