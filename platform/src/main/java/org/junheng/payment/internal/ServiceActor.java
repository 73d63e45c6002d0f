package org.junheng.payment.internal;

import org.junheng.access.Actor;
import org.junheng.access.Purpose;

/** The jobs of this module by name, as they appear in logs. */
final class ServiceActor {

    static final Actor TAKING = Actor.service("payment-intake", Purpose.PAYMENT);
    static final Actor PAYEES = Actor.service("payment-payees", Purpose.PAYMENT);
    static final Actor DISPATCH = Actor.service("payment-dispatch", Purpose.PAYMENT);

    private ServiceActor() {}
}
