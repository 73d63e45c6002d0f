package org.junheng.cli.project;

import java.util.List;
import java.util.Locale;

/** A fan of quantiles over years as a picture in SVG: 95 and 80 % bands and the median. */
final class Fan {

    private static final int WIDTH = 760;
    private static final int HEIGHT = 420;
    private static final int LEFT = 70;
    private static final int TOP = 50;
    private static final int RIGHT = 20;
    private static final int BOTTOM = 40;
    private static final int LINES = 6;

    private final String title;
    private final int firstYear;
    private final List<double[]> quantiles;
    private final double unit;
    private final double low;
    private final double high;
    private final double step;

    /**
     * @param quantiles by year: 2.5, 10, 50, 90, 97.5 %
     * @param unit what one on the axis stands for
     */
    Fan(String title, int firstYear, List<double[]> quantiles, double unit) {
        this.title = title;
        this.firstYear = firstYear;
        this.quantiles = quantiles;
        this.unit = unit;
        double least = quantiles.stream().mapToDouble(q -> q[0]).min().orElse(0) / unit;
        double most = quantiles.stream().mapToDouble(q -> q[4]).max().orElse(1) / unit;
        this.step = step(most - least);
        this.low = Math.floor(least / step) * step;
        this.high = Math.ceil(most / step) * step;
    }

    String svg() {
        StringBuilder svg = new StringBuilder(head(title, WIDTH, HEIGHT));
        for (double value = low; value <= high + step / 2; value += step) {
            line(svg, LEFT, y(value * unit), WIDTH - RIGHT, y(value * unit), "#dddddd");
            text(svg, LEFT - 8, y(value * unit) + 4, "end", "%,.0f".formatted(value));
        }
        for (int i = 0; i < quantiles.size(); i++) {
            if ((firstYear + i) % 10 == 0) {
                text(svg, x(i), HEIGHT - BOTTOM + 20, "middle", Integer.toString(firstYear + i));
            }
        }
        band(svg, 0, 4, "#c6dbef");
        band(svg, 1, 3, "#6baed6");
        svg.append("<polyline fill=\"none\" stroke=\"#08306b\" stroke-width=\"2\" points=\"");
        for (int i = 0; i < quantiles.size(); i++) {
            point(svg, x(i), y(quantiles.get(i)[2]));
        }
        return svg.append("\"/>\n</svg>\n").toString();
    }

    static String head(String title, int width, int height) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" font-family="sans-serif" font-size="13">
                <title>%3$s</title>
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                <text x="%4$d" y="26" text-anchor="middle" font-size="16">%3$s</text>
                """.formatted(width, height, title.replace("&", "&amp;").replace("<", "&lt;"), width / 2);
    }

    static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words));
    }

    static void line(StringBuilder svg, double x1, double y1, double x2, double y2, String colour) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
                x1,
                y1,
                x2,
                y2,
                colour));
    }

    /** A round distance that cuts a stretch into some six parts. */
    private static double step(double stretch) {
        double rough = Math.max(stretch, 1e-9) / LINES;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double share = rough / power;
        return power * (share < 1.5 ? 1 : share < 3.5 ? 2 : share < 7.5 ? 5 : 10);
    }

    private void band(StringBuilder svg, int lower, int upper, String colour) {
        svg.append("<polygon stroke=\"none\" fill=\"").append(colour).append("\" points=\"");
        for (int i = 0; i < quantiles.size(); i++) {
            point(svg, x(i), y(quantiles.get(i)[upper]));
        }
        for (int i = quantiles.size() - 1; i >= 0; i--) {
            point(svg, x(i), y(quantiles.get(i)[lower]));
        }
        svg.append("\"/>\n");
    }

    private static void point(StringBuilder svg, double x, double y) {
        svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }

    private double x(int year) {
        return LEFT + (WIDTH - LEFT - RIGHT) * year / (double) Math.max(1, quantiles.size() - 1);
    }

    private double y(double value) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (high - value / unit) / (high - low);
    }
}
