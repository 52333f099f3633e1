/** HTTP for every feature: its settings and its certificates. Knows no feature. */
@NullMarked
package nl.haltloket.web;

import org.jspecify.annotations.NullMarked;
