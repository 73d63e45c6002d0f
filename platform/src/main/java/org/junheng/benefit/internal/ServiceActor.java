package org.junheng.benefit.internal;

import org.junheng.access.Actor;
import org.junheng.access.Purpose;

/** The jobs of this module by name, as they appear in logs. */
final class ServiceActor {

    static final Actor DECIDING = Actor.service("benefit-decision", Purpose.BENEFIT_DECISION);
    static final Actor FOLLOWING = Actor.service("benefit-follower", Purpose.BENEFIT_DECISION);

    private ServiceActor() {}
}
