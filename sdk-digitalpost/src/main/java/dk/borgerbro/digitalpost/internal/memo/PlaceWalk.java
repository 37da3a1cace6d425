package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.Address;
import dk.borgerbro.digitalpost.memo.AddressPoint;
import dk.borgerbro.digitalpost.memo.ProductionUnit;
import java.io.IOException;

/** Production units and addresses, which stand in attention data and in content data alike. */
final class PlaceWalk extends Walk {
    PlaceWalk(MemoSink sink) {
        super(sink);
    }

    void productionUnit(ProductionUnit unit) throws IOException {
        sink.text("grd:productionUnitNumber", TextKind.P_NUMBER, unit.productionUnitNumber());
        text("grd:productionUnitName", unit, ProductionUnit::productionUnitName);
    }

    void address(Address address) throws IOException {
        text("grd:id", address, Address::id);
        text("grd:addressLabel", address, Address::addressLabel);
        text("grd:houseNumber", address, Address::houseNumber);
        text("grd:door", address, Address::door);
        text("grd:floor", address, Address::floor);
        text("grd:co", address, Address::co);
        text("grd:zipCode", address, Address::zipCode);
        text("grd:city", address, Address::city);
        text("grd:country", address, Address::country);
        part("grd:AddressPoint", address, Address::addressPoint, point -> {
            text("grd:geographicEastingMeasure", point, AddressPoint::geographicEastingMeasure);
            text("grd:geographicNorthingMeasure", point, AddressPoint::geographicNorthingMeasure);
            text("grd:geographicHeightMeasure", point, AddressPoint::geographicHeightMeasure);
        });
    }
}
