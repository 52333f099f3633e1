package nl.haltloket.event;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import nl.haltloket.paper.Png;

/** A ticket's animal on a tile in its colour, as a picture for paper. */
final class AnimalPicture {
    private static final Color INK = new Color(0x10242A);
    private static final double TILE = 60;
    private static final double CORNER = 16;
    private static final float EDGE = 1.6f;

    private AnimalPicture() {}

    /** A square PNG of {@code side} pixels. */
    static byte[] png(TicketColour colour, TicketAnimal animal, int side) {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, side, side);
        canvas.scale(side / TILE, side / TILE);
        drawTile(canvas, colour);
        canvas.translate((TILE - AnimalShape.GRID) / 2, (TILE - AnimalShape.GRID) / 2);
        AnimalShape.of(animal).forEach(shape -> draw(canvas, colour, shape));
        canvas.dispose();
        return Png.bytes(image);
    }

    private static void drawTile(Graphics2D canvas, TicketColour colour) {
        var tile = new RoundRectangle2D.Double(EDGE / 2, EDGE / 2, TILE - EDGE, TILE - EDGE, 2 * CORNER, 2 * CORNER);
        canvas.setColor(new Color(colour.rgb()));
        canvas.fill(tile);
        canvas.setColor(colour == TicketColour.WHITE ? INK : new Color(colour.rgb()));
        canvas.setStroke(new BasicStroke(EDGE));
        canvas.draw(tile);
    }

    private static void draw(Graphics2D canvas, TicketColour colour, AnimalShape shape) {
        Color figure = colour.isDark() ? Color.WHITE : INK;
        canvas.setColor(shape.figure() ? figure : new Color(colour.rgb()));
        if (shape.strokeWidth() > 0) {
            canvas.setStroke(new BasicStroke(shape.strokeWidth(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            canvas.draw(shape.path());
        } else {
            canvas.fill(shape.path());
        }
    }
}
