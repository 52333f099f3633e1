package nl.haltloket.event;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.Iterator;
import java.util.List;

/**
 * One layer of an animal on a grid of 48 by 48. The outline is absolute SVG path data (M L Q C Z), with one addition:
 * {@code E cx cy rx ry degrees} is an ellipse. A layer that is not figure is cut out of it, in the tile's colour.
 *
 * @param strokeWidth zero for a filled layer
 */
record AnimalShape(boolean figure, float strokeWidth, String outline) {
    static final int GRID = 48;

    static List<AnimalShape> of(TicketAnimal animal) {
        return switch (animal) {
            case FOX ->
                List.of(
                        fill("M 5.5 6.5 L 17 14.5 Q 24 11.9 31 14.5 L 42.5 6.5 Q 44 24 36.5 32 L 24 43.5 L 11.5 32"
                                + " Q 4 24 5.5 6.5 Z"),
                        cut("M 9 25.5 Q 17.5 25.5 21.5 37.5 Q 13 34 9 25.5 Z M 39 25.5 Q 30.5 25.5 26.5 37.5"
                                + " Q 35 34 39 25.5 Z"),
                        cut("E 17.5 22.5 2.2 2.2 0 E 30.5 22.5 2.2 2.2 0 E 24 39.5 2.6 2.6 0"));
            case OWL ->
                List.of(
                        fill("M 7.5 6 Q 15.5 12 24 11 Q 32.5 12 40.5 6 Q 42.5 15 40.5 22 L 40.5 28 Q 40.5 44 24 44"
                                + " Q 7.5 44 7.5 28 L 7.5 22 Q 5.5 15 7.5 6 Z"),
                        cut("E 16.8 22 6.6 6.6 0 E 31.2 22 6.6 6.6 0 M 24 26 L 27.5 30.5 L 24 36 L 20.5 30.5 Z"),
                        fill("E 16.8 22 2.8 2.8 0 E 31.2 22 2.8 2.8 0"));
            case HARE ->
                List.of(
                        fill("E 16.5 13.5 5 11.5 -8 E 31.5 13.5 5 11.5 8 E 24 32.5 13.5 12 0"),
                        cut("E 16.8 14 1.7 6.5 -8 E 31.2 14 1.7 6.5 8 E 18.5 30.5 2.1 2.1 0 E 29.5 30.5 2.1 2.1 0"
                                + " M 21 35.5 L 27 35.5 L 24 39.1 Z"));
            case HEDGEHOG ->
                List.of(
                        fill("M 45 33 Q 42.5 25.5 35 23.5 L 36.5 17 L 30.5 18.5 L 28 12 L 23 16.5 L 18 11 L 15.5 17.5"
                                + " L 8.5 16 L 10 23 L 3.5 25.5 L 7.5 31 L 3.5 35.5 L 8 38.5 L 40 38.5"
                                + " Q 46.5 38.5 45 33 Z"),
                        cut("E 36 29.5 2 2 0"),
                        line(false, 2.4f, "M 13 24 L 16 27 M 20 21 L 22.5 25 M 15 32 L 18.5 33.5 M 24 28.5 L 26 32"));
            case SNAIL ->
                List.of(
                        line(true, 7, "M 4.5 37 L 34.5 37 Q 42 37 42 29 L 42 20"),
                        line(true, 2.6f, "M 40.5 19 L 37 11 M 43 19 L 45 10.5"),
                        fill("E 20 23.5 13.5 13.5 0"),
                        line(false, 2, "E 20 23.5 13.5 13.5 0"),
                        line(
                                false,
                                2.6f,
                                "M 20 24.5 Q 20.4 21.6 24.5 21.5 C 27.5 23.5 26 29.5 21 30 C 15 30.5 12 25 14 20.5"
                                        + " C 16 16 21.5 14.5 25.5 16.5"));
            case BEAR ->
                List.of(
                        fill("E 11.5 13 6.8 6.8 0 E 36.5 13 6.8 6.8 0 E 24 26 17 17 0"),
                        cut("E 24 32.5 8 6.2 0 E 16.5 22.5 2.2 2.2 0 E 31.5 22.5 2.2 2.2 0"),
                        fill("E 24 30 3.4 2.4 0"));
        };
    }

    private static AnimalShape fill(String outline) {
        return new AnimalShape(true, 0, outline);
    }

    private static AnimalShape cut(String outline) {
        return new AnimalShape(false, 0, outline);
    }

    private static AnimalShape line(boolean figure, float width, String outline) {
        return new AnimalShape(figure, width, outline);
    }

    Path2D path() {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        Iterator<String> words = List.of(outline.split(" ")).iterator();
        while (words.hasNext()) {
            append(path, words.next(), words);
        }
        return path;
    }

    private static void append(Path2D path, String command, Iterator<String> in) {
        switch (command) {
            case "M" -> path.moveTo(next(in), next(in));
            case "L" -> path.lineTo(next(in), next(in));
            case "Q" -> path.quadTo(next(in), next(in), next(in), next(in));
            case "C" -> path.curveTo(next(in), next(in), next(in), next(in), next(in), next(in));
            case "E" -> path.append(ellipse(next(in), next(in), next(in), next(in), next(in)), false);
            case "Z" -> path.closePath();
            default -> throw new IllegalArgumentException("Unknown path command " + command);
        }
    }

    private static Shape ellipse(double cx, double cy, double rx, double ry, double degrees) {
        var ellipse = new Ellipse2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry);
        return AffineTransform.getRotateInstance(Math.toRadians(degrees), cx, cy)
                .createTransformedShape(ellipse);
    }

    private static double next(Iterator<String> in) {
        return Double.parseDouble(in.next());
    }
}
