package nl.haltloket.identity;

/** The services of identity, made together. */
public record Identity(SessionService sessions, EnrolmentService enrolment) {

    /** Makes them. */
    public static Identity create(IdentityContext context) {
        DeviceRepository devices = new DeviceRepository();
        SessionService sessions = new SessionService(context, devices, new WorkerRepository());
        return new Identity(sessions, new EnrolmentService(context, devices, sessions));
    }
}
