package nl.haltloket.identity;

import java.util.Set;
import nl.haltloket.web.Role;

/** A worker as the event's file names one. */
public record WorkerSeed(String login, String name, Set<Role> roles) {}
