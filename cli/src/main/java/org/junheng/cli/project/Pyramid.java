package org.junheng.cli.project;

import java.util.Locale;
import org.junheng.demography.BySex;

/**
 * Two age pyramids over each other as a picture in SVG: the base filled, a later year with its 80 % band as outlines.
 */
final class Pyramid {

    private static final int WIDTH = 640;
    private static final int BAR = 18;
    private static final int TOP = 50;
    private static final int MIDDLE = WIDTH / 2;
    private static final int GAP = 26;

    private final String title;
    private final BySex base;
    private final BySex[] later;

    /**
     * @param base persons by five-year group
     * @param later the later year's 10, 50 and 90 % quantiles by five-year group
     */
    Pyramid(String title, BySex base, BySex... later) {
        this.title = title;
        this.base = base;
        this.later = later;
    }

    String svg() {
        int groups = base.ages();
        double most = 0;
        for (int i = 0; i < groups; i++) {
            most = Math.max(most, Math.max(base.male()[i], base.female()[i]));
            most = Math.max(most, Math.max(later[2].male()[i], later[2].female()[i]));
        }
        double scale = (MIDDLE - GAP - 20) / most;
        int height = TOP + groups * BAR + 40;
        StringBuilder svg = new StringBuilder(Fan.head(title, WIDTH, height));
        for (int i = 0; i < groups; i++) {
            double y = TOP + (groups - 1 - i) * BAR;
            Fan.text(svg, MIDDLE, y + 13, "middle", i == groups - 1 ? 5 * i + "+" : Integer.toString(5 * i));
            bars(svg, y, scale, i);
        }
        Fan.text(svg, MIDDLE / 2.0, height - 12, "middle", "男 male");
        Fan.text(svg, MIDDLE * 1.5, height - 12, "middle", "女 female");
        return svg.append("</svg>\n").toString();
    }

    private void bars(StringBuilder svg, double y, double scale, int i) {
        double male = base.male()[i] * scale;
        double female = base.female()[i] * scale;
        rectangle(svg, MIDDLE - GAP - male, y, male, "#9ecae1");
        rectangle(svg, MIDDLE + GAP, y, female, "#fcbba1");
        for (int q = 0; q < later.length; q++) {
            String colour = q == 1 ? "#111111" : "#888888";
            double left = MIDDLE - GAP - later[q].male()[i] * scale;
            double right = MIDDLE + GAP + later[q].female()[i] * scale;
            Fan.line(svg, left, y, left, y + BAR, colour);
            Fan.line(svg, right, y, right, y + BAR, colour);
        }
    }

    private static void rectangle(StringBuilder svg, double x, double y, double width, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                x,
                y + 1,
                width,
                BAR - 2,
                colour));
    }
}
