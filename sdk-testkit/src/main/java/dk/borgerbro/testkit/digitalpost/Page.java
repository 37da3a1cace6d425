package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.testkit.simulator.SimulatedRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A page that was asked for.
 *
 * @param number from 0
 * @param size elements on a page; 100 unless asked otherwise
 */
record Page(int number, int size) {
    private static final int MOST = 1000;

    static Page of(SimulatedRequest request) {
        return new Page(parameter(request, "page", 0, 0, Integer.MAX_VALUE), parameter(request, "size", 100, 1, MOST));
    }

    private static int parameter(SimulatedRequest request, String name, int otherwise, int least, int most) {
        String text = request.parameter(name).orElse(Integer.toString(otherwise));
        // At most nine digits, so that it is a number and one that fits.
        int value = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) {
            throw new Refusal(400, name + ".invalid", "the parameter " + name + " must be a number from " + least);
        }
        return value;
    }

    <T> List<T> of(List<T> all) {
        long from = Math.min((long) number * size, all.size());
        return all.subList((int) from, (int) Math.min(from + size, all.size()));
    }

    int pages(List<?> all) {
        return (all.size() + size - 1) / size;
    }

    /** {@return the envelope of search results} */
    Map<String, Object> searchResult(String name, List<Map<String, Object>> all) {
        List<Map<String, Object>> here = of(all);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("currentPage", number);
        result.put("totalPages", pages(all));
        result.put("elementsOnPage", here.size());
        result.put("totalElements", all.size());
        result.put(name, here);
        return result;
    }

    /** {@return the envelope of lists of ids} */
    Map<String, Object> ids(List<String> all) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("content", of(all));
        result.put("number", number);
        result.put("size", size);
        if (number > 0) {
            result.put("previous", Map.of("page", number - 1, "size", size, "ordering", List.of()));
        }
        if (number + 1 < pages(all)) {
            result.put("next", Map.of("page", number + 1, "size", size, "ordering", List.of()));
        }
        result.put("totalElements", all.size());
        result.put("totalPages", pages(all));
        return result;
    }
}
