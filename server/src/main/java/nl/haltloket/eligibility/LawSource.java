package nl.haltloket.eligibility;

import java.time.LocalDate;

/** Where a rule or an offence was read: title, public address, and the day of reading. */
public record LawSource(String title, String url, LocalDate readOn) {}
