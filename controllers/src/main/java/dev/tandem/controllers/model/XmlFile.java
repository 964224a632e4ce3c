package dev.tandem.controllers.model;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML into {@link XmlElement}s with the JDK's own parser. Document types and entities are
 * refused: a robot description needs neither, and both can read files and fill memory.
 */
final class XmlFile {
  private static final int MAX_DEPTH = 64;

  private final String name;
  private final XMLStreamReader reader;

  private XmlFile(String name, XMLStreamReader reader) {
    this.name = name;
    this.reader = reader;
  }

  /** The root element. */
  static XmlElement read(InputStream in, String name) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return new XmlFile(name, factory.createXMLStreamReader(in)).root();
    } catch (XMLStreamException e) {
      throw broken(name, e);
    }
  }

  private XmlElement root() throws XMLStreamException {
    while (reader.next() != XMLStreamConstants.START_ELEMENT) {
      if (reader.getEventType() == XMLStreamConstants.DTD) {
        throw new UrdfException(
            name
                + ":"
                + reader.getLocation().getLineNumber()
                + ": expected <robot>, found a document type; remove <!DOCTYPE ...>");
      }
    }
    XmlElement root = element(0);
    while (reader.hasNext()) {
      reader.next();
    }
    return root;
  }

  private XmlElement element(int depth) throws XMLStreamException {
    List<XmlElement> children = new ArrayList<>();
    XmlElement element =
        new XmlElement(
            name,
            reader.getLocation().getLineNumber(),
            reader.getLocalName(),
            attributes(),
            children);
    if (depth > MAX_DEPTH) {
      throw element.error("expected at most " + MAX_DEPTH + " nested elements; flatten the file");
    }
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        children.add(element(depth + 1));
      }
    }
    return element;
  }

  private Map<String, String> attributes() {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return attributes;
  }

  private static UrdfException broken(String name, XMLStreamException e) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
    String message = String.valueOf(e.getMessage());
    String reason = message.substring(message.lastIndexOf('\n') + 1).replace("Message: ", "");
    return new UrdfException(
        name + ":" + line + ": expected well-formed XML, found: " + reason + "; mend the file");
  }
}
