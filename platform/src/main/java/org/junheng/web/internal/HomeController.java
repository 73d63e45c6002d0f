package org.junheng.web.internal;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Open;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page everybody's work starts on: what the modules offer to the reader's role. */
@Controller
class HomeController {

    private final List<HomeTile> tiles;

    HomeController(ObjectProvider<HomeTile> tiles) {
        this.tiles = tiles.stream().toList();
    }

    @Open(because = "Sends to the sign-in page or to the reader's own start.")
    @GetMapping("/")
    String root() {
        return "redirect:/home";
    }

    @Access(
            roles = {
                Role.FAMILY,
                Role.VILLAGE_CLERK,
                Role.TOWNSHIP_OFFICER,
                Role.COUNTY_REVIEWER,
                Role.FINANCE_OFFICER,
                Role.COUNTY_ANALYST,
                Role.AUDITOR
            },
            purpose = Purpose.SIGN_IN)
    @GetMapping("/home")
    String home(Model model) {
        var role = Actors.get().role();
        model.addAttribute("role", role);
        model.addAttribute(
                "tiles",
                tiles.stream()
                        .filter(tile -> tile.roles().contains(role))
                        .sorted(Comparator.comparingInt(HomeTile::order))
                        .map(Shown::of)
                        .toList());
        return "web/home";
    }

    /** A tile with what waits behind it; null for a tile that does not count. */
    record Shown(
            String path, String key, String icon, @Nullable Long waiting) {

        static Shown of(HomeTile tile) {
            return new Shown(
                    tile.path(),
                    tile.key(),
                    tile.icon(),
                    tile.count().map(HomeTile.Waiting::count).orElse(null));
        }
    }

    @Configuration
    static class Entry {

        @Bean
        NavigationEntry homeEntry() {
            return new NavigationEntry(0, "/home", "web.home", "home", EnumSet.range(Role.FAMILY, Role.AUDITOR));
        }
    }
}
