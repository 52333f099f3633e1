package nl.haltloket.identity;

/** The services of identity, made together. */
public record Identity(
        SessionService sessions, EnrolmentService enrolment, ShiftService shifts, WorkerService workers) {

    /** Makes them. */
    public static Identity create(IdentityContext context) {
        DeviceRepository devices = new DeviceRepository();
        WorkerRepository workers = new WorkerRepository();
        SessionRepository sessions = new SessionRepository();
        JuvenileScreenRepository juvenileScreens = new JuvenileScreenRepository();
        SessionService service = new SessionService(context, devices, workers, sessions, juvenileScreens);
        return new Identity(
                service,
                new EnrolmentService(context, devices, service),
                new ShiftService(context, service, sessions, workers, juvenileScreens),
                new WorkerService(
                        context.vertx(), context.database(), context.eventId(), context.clock(), context.random()));
    }
}
