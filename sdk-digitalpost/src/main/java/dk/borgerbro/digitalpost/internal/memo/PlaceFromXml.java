package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.Address;
import dk.borgerbro.digitalpost.memo.AddressPoint;
import dk.borgerbro.digitalpost.memo.ProductionUnit;

/** Production units and addresses, as {@link PlaceWalk} writes them. */
final class PlaceFromXml {
    private PlaceFromXml() {}

    static ProductionUnit productionUnit(Node node) {
        return node.pair("grd:productionUnitNumber", ProductionUnit::of, "grd:productionUnitName", ProductionUnit::of);
    }

    static Address address(Node node) {
        Address.Builder address = Address.builder();
        node.text("grd:id", address::id);
        node.text("grd:addressLabel", address::addressLabel);
        node.text("grd:houseNumber", address::houseNumber);
        node.text("grd:door", address::door);
        node.text("grd:floor", address::floor);
        node.text("grd:co", address::co);
        node.text("grd:zipCode", address::zipCode);
        node.text("grd:city", address::city);
        node.text("grd:country", address::country);
        node.part("grd:AddressPoint", point -> address.addressPoint(addressPoint(point)));
        return address.build();
    }

    private static AddressPoint addressPoint(Node node) {
        AddressPoint.Builder point = AddressPoint.builder();
        node.text("grd:geographicEastingMeasure", point::geographicEastingMeasure);
        node.text("grd:geographicNorthingMeasure", point::geographicNorthingMeasure);
        node.text("grd:geographicHeightMeasure", point::geographicHeightMeasure);
        return point.build();
    }
}
