package nl.haltloket.paper;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.Map;

/** Text from right to left, with what stands in it from left to right: Unicode Standard Annex 9, as the JDK has it. */
final class Bidirectional {
    private static final Map<Character, Character> MIRRORED =
            Map.of('(', ')', ')', '(', '[', ']', ']', '[', '{', '}', '}', '{', '<', '>', '>', '<', '«', '»', '»', '«');

    private Bidirectional() {}

    /** Finds the runs of one direction. */
    static final class Splitter implements BidiSplitter {
        private Bidi bidi = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

        @Override
        public void setParagraph(String paragraph, byte direction) {
            bidi = new Bidi(paragraph, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        }

        @Override
        public int countTextRuns() {
            return bidi.getRunCount();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            int start = bidi.getRunStart(index);
            byte direction = bidi.getRunLevel(index) % 2 == 0 ? LTR : RTL;
            return new BidiTextRun(start, bidi.getRunLimit(index) - start, direction);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR : RTL;
        }
    }

    /** Puts a run in the order in which it is drawn. */
    static final class Reorderer implements BidiReorderer {
        @Override
        public String reorderRTLTextToLTR(String text) {
            var drawn = new StringBuilder(text).reverse();
            for (int i = 0; i < drawn.length(); i++) {
                char c = drawn.charAt(i);
                drawn.setCharAt(i, MIRRORED.getOrDefault(c, c));
            }
            return drawn.toString();
        }

        @Override
        public String shapeText(String text) {
            return ArabicShape.joined(text);
        }

        @Override
        public String deshapeText(String text) {
            return text;
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }
    }
}
