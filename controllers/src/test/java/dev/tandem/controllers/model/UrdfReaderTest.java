package dev.tandem.controllers.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tandem.runtime.model.Chain;
import dev.tandem.runtime.model.Joint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrdfReaderTest {
  /** Two moving joints, a fixed bracket between them, a fixed tool; link names on known lines. */
  private static final String ARM =
      """
      <robot name="two">
        <link name="base"/>
        <link name="upper">
          <inertial><mass value="2"/><inertia ixx="1" iyy="1" izz="1"/></inertial>
        </link>
        <link name="bracket">
          <inertial><mass value="2"/><inertia ixx="1" iyy="1" izz="1"/></inertial>
        </link>
        <link name="lower">
          <inertial><origin xyz="0 0 1"/><mass value="1"/><inertia ixx="1" iyy="1" izz="1"/></inertial>
        </link>
        <link name="tool"/>
        <joint name="shoulder" type="revolute">
          <parent link="base"/><child link="upper"/><origin xyz="0 0 0.5"/><axis xyz="0 0 2"/>
          <limit lower="-1" upper="2" velocity="3" effort="4"/><dynamics damping="5" armature="6"/>
        </joint>
        <joint name="weld" type="fixed">
          <parent link="upper"/><child link="bracket"/><origin xyz="2 0 0" rpy="0 0 1.5707963267948966"/>
        </joint>
        <joint name="elbow" type="continuous">
          <parent link="bracket"/><child link="lower"/><origin xyz="1 0 0"/>
          <limit velocity="3" effort="4"/>
        </joint>
        <joint name="mount" type="fixed">
          <parent link="lower"/><child link="tool"/><origin xyz="0 0 0.25"/>
        </joint>
      </robot>
      """;

  @TempDir private Path folder;

  @Test
  void readsFiguresLimitsAndOurOwnArmature() {
    Joint shoulder = read(ARM).joints().get(0);
    assertEquals(0.5, shoulder.originInParent()[2]);
    assertArrayEquals(new double[] {0, 0, 1}, shoulder.axis());
    assertEquals(-1, shoulder.limits().minPositionRad());
    assertEquals(2, shoulder.limits().maxPositionRad());
    assertEquals(3, shoulder.limits().maxSpeedRadPerS());
    assertEquals(4, shoulder.limits().maxTorqueNm());
    assertEquals(5, shoulder.dampingNmsPerRad());
    assertEquals(6, shoulder.armatureKgM2());
  }

  @Test
  void lumpsAFixedLinkIntoTheBodyThatCarriesIt() {
    Joint shoulder = read(ARM).joints().get(0);
    assertEquals(4, shoulder.massKg());
    assertArrayEquals(new double[] {1, 0, 0}, shoulder.comInBody(), 1e-15);
    assertArrayEquals(new double[] {2, 6, 6, 0, 0, 0}, shoulder.inertiaAtCom(), 1e-12);
  }

  @Test
  void carriesTheFixedJointsPoseOnToTheNextJoint() {
    Joint elbow = read(ARM).joints().get(1);
    assertArrayEquals(new double[] {2, 1, 0}, elbow.originInParent(), 1e-15);
    assertArrayEquals(new double[] {0, -1, 0, 1, 0, 0, 0, 0, 1}, elbow.rotationInParent(), 1e-15);
    assertEquals(Double.POSITIVE_INFINITY, elbow.limits().maxPositionRad());
  }

  @Test
  void endsInTheToolFrame() {
    assertEquals(0.25, read(ARM).toolInLast()[11]);
  }

  @Test
  void chooseTheChainByBaseAndToolLink() throws IOException {
    String withCamera = ARM.replace("</robot>", CAMERA + "</robot>");
    Chain chain = UrdfReader.read(written(withCamera), "upper", "lower");
    assertEquals(1, chain.joints().size());
    assertEquals(2, chain.joints().get(0).massKg(), "camera held by the last body counts");
  }

  @Test
  void readsTheArmThatComesWithTandem() {
    Chain arm = Arm7.chain();
    assertEquals(7, arm.joints().size());
    assertEquals(0.207, arm.toolInLast()[11], 1e-15);
    assertEquals(0.835522, arm.joints().get(6).massKg(), 1e-12);
    assertEquals(0.1, arm.joints().get(6).armatureKgM2());
  }

  @ParameterizedTest(name = "{3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <link name="lower">                 | <link name="arm">              | 20 | expected a known child link, found "lower"; add <link name="lower">
          <parent link="bracket"/>            | <parent link="nobody"/>        | 20 | expected a known parent link, found "nobody"
          <mass value="1"/>                   | <mass value="1,5"/>            | 10 | expected a finite number in attribute value, found "1,5"
          <mass value="1"/>                   | <mass value="NaN"/>            | 10 | expected a finite number in attribute value, found "NaN"
          <mass value="1"/>                   | <mass value="0"/>              | 10 | expected a mass > 0 kg, found 0.0
          <mass value="1"/>                   |                                | 10 | <inertial>: expected a <mass> in it
          ixx="1" iyy="1" izz="1"/></inertial>| ixx="1" iyy="1" izz="3"/></inertial>| 4 | expected the inertia of a rigid body
          type="continuous"                   | type="prismatic"               | 20 | expected type revolute, continuous or fixed, found "prismatic"
          velocity="3" effort="4"/><dyn       | velocity="3"/><dyn             | 15 | expected attribute effort, found none
          lower="-1"                          | lower="7"                      | 13 | minPositionRad must be < maxPositionRad, got 7.0, 2.0
          damping="5"                         | damping="-5"                   | 13 | expected damping >= 0, found -5.0
          <axis xyz="0 0 2"/>                 | <axis xyz="0 0 0"/>            | 13 | expected an axis with a direction
          <origin xyz="0 0 0.5"/>             | <origin xyz="0 0.5"/>          | 14 | expected 3 numbers in attribute xyz, found 2
          name="bracket"                      | name="upper"                   | 6  | expected a new name
          <child link="tool"/>                | <child link="upper"/>          | 24 | expected a child without a parent, found "upper"
          <link name="tool"/>                 | <link name="tool"/><link name="stray"/> | 1 | found [base, stray]
          <child link="tool"/>                | <child link="base"/>           | 2  | expected a way from the root "tool", found a loop
          """)
  void saysWhereAndWhatIsWrong(String good, String bad, int line, String expected) {
    String broken = ARM.replaceFirst(Pattern.quote(good), bad == null ? "" : bad);
    String message = messageFor(broken);
    assertTrue(message.startsWith("test.urdf:" + line + ":"), message);
    assertTrue(message.contains(expected), message);
  }

  @Test
  void aLinkThatMovesNeedsAnInertial() {
    String broken =
        ARM.replaceFirst("(?s)<link name=\"lower\">.*?</link>", "<link name=\"lower\"/>");
    assertEquals(
        "test.urdf:9: <link \"lower\">: expected an <inertial> because joint \"elbow\" moves it,"
            + " found none; add <mass> and <inertia>",
        messageFor(broken));
  }

  @Test
  void aBranchAsksForBaseAndToolLink() {
    String message = messageFor(ARM.replace("</robot>", CAMERA + "</robot>"));
    assertTrue(message.contains("found [mount, eye]; choose a chain by naming"), message);
  }

  @Test
  void aToolLinkThatDoesNotExistIsNamedWithThoseThatDo() throws IOException {
    Path file = written(ARM);
    String message = messageOf(() -> UrdfReader.read(file, "base", "hand"));
    assertTrue(message.contains("expected a link \"hand\", found [base, upper,"), message);
  }

  @Test
  void aBaseLinkThatIsNotOnTheWayIsRefused() throws IOException {
    Path file = written(ARM.replace("</robot>", CAMERA + "</robot>"));
    String message = messageOf(() -> UrdfReader.read(file, "camera", "tool"));
    assertTrue(message.contains("expected a way inwards to link \"camera\""), message);
  }

  @Test
  void aLoopIsRefused() {
    String message = messageFor(ARM.replace("<parent link=\"base\"/>", "<parent link=\"lower\"/>"));
    assertTrue(message.contains("expected a way from the root \"base\", found a loop"), message);
  }

  @Test
  void aDocumentTypeIsRefusedSoThatNoEntityIsEverRead() {
    String message =
        messageFor("<!DOCTYPE robot [<!ENTITY x SYSTEM \"file:/etc/hostname\">]>\n" + ARM);
    assertTrue(message.contains("expected <robot>, found a document type"), message);
  }

  @Test
  void brokenXmlIsReportedWithItsLine() {
    String message = messageFor(ARM.replace("<link name=\"tool\"/>", "<link name=\"tool\">"));
    assertTrue(message.matches("test.urdf:27: expected well-formed XML, found: .*"), message);
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("none.urdf");
    String message = messageOf(() -> UrdfReader.read(missing));
    assertTrue(message.startsWith(missing + ": expected a readable URDF file"), message);
  }

  private static final String CAMERA =
      """
      <link name="camera"><inertial><mass value="1"/><inertia ixx="1" iyy="1" izz="1"/></inertial></link>
      <joint name="eye" type="fixed"><parent link="lower"/><child link="camera"/></joint>
      """;

  private static Chain read(String urdf) {
    return UrdfReader.read(
        new ByteArrayInputStream(urdf.getBytes(StandardCharsets.UTF_8)), "test.urdf");
  }

  private static String messageFor(String urdf) {
    return messageOf(() -> read(urdf));
  }

  private static String messageOf(Executable reading) {
    return String.valueOf(assertThrows(UrdfException.class, reading).getMessage());
  }

  private Path written(String urdf) throws IOException {
    return Files.writeString(folder.resolve("arm.urdf"), urdf);
  }
}
