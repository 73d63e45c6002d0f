package org.junheng.projection.internal;

import org.junheng.projection.internal.RunReader.View;
import org.junheng.web.Field;
import org.springframework.ui.Model;

/** What the pages of a run share: its title, its tabs, the areas to choose from. */
final class RunFrame {

    private RunFrame() {}

    static void fill(View view, String tab, Words words, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("tab", tab);
        model.addAttribute("placeName", words.place(view.place()));
        model.addAttribute(
                "places",
                view.places().stream()
                        .map(place -> new Field.Choice(place.id(), words.place(place)))
                        .toList());
        model.addAttribute("maker", ScenarioPages.isMaker());
    }
}
