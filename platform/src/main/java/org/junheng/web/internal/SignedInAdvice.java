package org.junheng.web.internal;

import java.util.Optional;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the actor whose page it is. */
@ControllerAdvice
class SignedInAdvice {

    @ModelAttribute("actor")
    Optional<Actor> actor() {
        return Actors.find();
    }
}
