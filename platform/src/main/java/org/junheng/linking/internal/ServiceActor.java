package org.junheng.linking.internal;

import org.junheng.access.Actor;
import org.junheng.access.Purpose;

/** As whom the platform itself works here. */
final class ServiceActor {

    static final Actor COMPARING = Actor.service("linking", Purpose.CORRECTION);

    private ServiceActor() {}
}
