package dev.cutoff.adapter.calendar;

import de.focus_shift.jollyday.core.ManagerParameter;
import de.focus_shift.jollyday.core.spi.HolidayCalendarConfiguration;
import de.focus_shift.jollyday.core.spi.HolidayCalendarConfigurationService;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/**
 * Reads Jollyday's calendars with the JDK's own XML parser. Jollyday's reader by JAXB would be four
 * times as much in the zip, and the slowest part of a start; a test holds the two against each
 * other.
 *
 * <p>Jollyday looks for it as a service, so that it has to be public.
 */
public final class CalendarFiles implements HolidayCalendarConfigurationService {
  @Override
  public HolidayCalendarConfiguration getHolidayCalendarConfiguration(ManagerParameter calendar) {
    try (InputStream file = calendar.createResourceUrl().openStream()) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new CalendarFile(
          new Xml(factory.newDocumentBuilder().parse(file).getDocumentElement()));
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    } catch (SAXException | ParserConfigurationException broken) {
      throw new IllegalStateException("no calendar: " + calendar.getDisplayName(), broken);
    }
  }
}
