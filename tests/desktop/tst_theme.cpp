#include "desktop/theme/colors.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/palettes.h"
#include "desktop/theme/theme.h"
#include "presentation/text/labels.h"

#include <QApplication>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace dealdesk;
using namespace Qt::StringLiterals;

namespace {

constexpr Tone kTones[] = {Tone::Neutral, Tone::Info, Tone::Positive, Tone::Caution, Tone::Negative, Tone::Accent, Tone::Muted};
constexpr double kReadable = 4.5; // WCAG AA for text

/// The most opaque pixel: the colour that the icon was drawn in.
QColor inkOf(const QIcon &icon, QIcon::Mode mode = QIcon::Normal)
{
    const QImage image = icon.pixmap(QSize(64, 64), 1.0, mode).toImage();
    QColor ink(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > ink.alpha())
                ink = image.pixelColor(x, y);
        }
    }
    return ink;
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white) - 4.478) < 0.01);
    }

    void textIsReadable_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        for (const bool dark : {false, true}) {
            const QPalette palette = dark ? darkPalette() : lightPalette();
            const auto add = [dark](const QString &what, const QColor &text, const QColor &ground) {
                QTest::newRow(qPrintable((dark ? u"dark, "_s : u"light, "_s) + what)) << text << ground;
            };
            for (const Tone tone : kTones) {
                const ToneColors colors = toneColors(tone, dark);
                const QString name = u"tone %1 on "_s.arg(int(tone));
                add(name + u"its own ground"_s, colors.foreground, colors.background);
                add(name + u"window"_s, colors.foreground, palette.color(QPalette::Window));
                add(name + u"lists"_s, colors.foreground, palette.color(QPalette::Base));
                add(name + u"alternate rows"_s, colors.foreground, palette.color(QPalette::AlternateBase));
                add(name + u"selected rows"_s, colors.foreground, palette.color(QPalette::Highlight));
            }
            add(u"text on window"_s, palette.color(QPalette::WindowText), palette.color(QPalette::Window));
            add(u"text on lists"_s, palette.color(QPalette::Text), palette.color(QPalette::Base));
            add(u"selected text"_s, palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight));
            add(u"placeholder"_s, palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base));
            add(u"link"_s, palette.color(QPalette::Link), palette.color(QPalette::Window));
            add(u"primary button"_s, Qt::white, accentColor(palette));
        }
    }
    void textIsReadable()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        const double ratio = contrastRatio(text, ground);
        QVERIFY2(ratio >= kReadable, qPrintable(u"%1 on %2 is only %3"_s.arg(text.name(), ground.name()).arg(ratio)));
    }

    void meaningsHaveTones()
    {
        QCOMPARE(toneOf(Meaning::Positive), Tone::Positive);
        QCOMPARE(toneOf(Meaning::Negative), Tone::Negative);
        QCOMPARE(toneOf(Meaning::Neutral), Tone::Neutral);
    }

    void choiceSetsThePalette()
    {
        applyTheme(*qApp, ThemeChoice::Dark);
        QVERIFY(isDark(QApplication::palette()));
        applyTheme(*qApp, ThemeChoice::Light);
        QVERIFY(!isDark(QApplication::palette()));
    }

    // As the style sheet leaves it in a view or label without a background of its own.
    void aTransparentBackgroundIsNoDarkOne()
    {
        for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
            applyTheme(*qApp, choice);
            QPalette palette = QApplication::palette();
            palette.setColor(QPalette::Window, Qt::transparent);
            QCOMPARE(isDark(palette), choice == ThemeChoice::Dark);
        }
    }

    void everyColourNameIsFilledIn()
    {
        applyTheme(*qApp, ThemeChoice::Dark);
        QVERIFY(qApp->styleSheet().contains("QHeaderView"_L1));
        QVERIFY2(!qApp->styleSheet().contains(u'@'), "a name in resources/theme that theme.cpp does not know");
    }

    void openWidgetsFollow()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        QWidget window;
        QLabel label(&window);
        window.show();
        QVERIFY(!isDark(label.palette()));
        applyTheme(*qApp, ThemeChoice::Dark);
        QVERIFY(isDark(label.palette()));
        QVERIFY(isDark(window.palette()));
    }

    void iconsTakeThePalette()
    {
        applyTheme(*qApp, ThemeChoice::Light);
        const QIcon inbox = icon("inbox"_L1);
        const QIcon warning = icon("triangle-alert"_L1, Tone::Caution);
        QCOMPARE(inkOf(inbox).name(), lightPalette().color(QPalette::WindowText).name());
        QCOMPARE(inkOf(warning).name(), toneColors(Tone::Caution, false).foreground.name());
        applyTheme(*qApp, ThemeChoice::Dark);
        QCOMPARE(inkOf(inbox).name(), darkPalette().color(QPalette::WindowText).name());
        QCOMPARE(inkOf(warning).name(), toneColors(Tone::Caution, true).foreground.name());
        QCOMPARE(inkOf(inbox, QIcon::Disabled).name(), darkPalette().color(QPalette::Disabled, QPalette::WindowText).name());
        QCOMPARE(inkOf(inbox, QIcon::Selected).name(), darkPalette().color(QPalette::HighlightedText).name());
    }

    void iconsAreSharpAtScaleTwo()
    {
        const QPixmap twice = icon("inbox"_L1).pixmap(QSize(16, 16), 2.0);
        QCOMPARE(twice.size(), QSize(32, 32));
        QCOMPARE(twice.devicePixelRatio(), 2.0);
    }

    void unknownIconIsNull() { QVERIFY(icon("no-such-thing"_L1).isNull()); }

    void everyIconFileDraws()
    {
        int count = 0;
        for (QDirIterator files(u":/icons/lucide"_s); files.hasNext(); ++count) {
            const QString name = QFileInfo(files.next()).completeBaseName();
            QVERIFY2(inkOf(icon(QLatin1StringView(name.toLatin1()))).alpha() > 200, qPrintable(name));
        }
        QVERIFY(count > 60);
        QVERIFY(inkOf(applicationIcon()).alpha() == 255);
    }

    void invalidFieldSaysWhy()
    {
        QLineEdit field;
        setInvalid(&field, u"Too small"_s);
        QCOMPARE(field.toolTip(), u"Too small"_s);
        QCOMPARE(field.accessibleDescription(), u"Too small"_s);
        QVERIFY(field.property("invalid").toBool());
        setInvalid(&field, {});
        QVERIFY(!field.property("invalid").toBool());
        QVERIFY(field.toolTip().isEmpty());
    }

    void headingsGrow()
    {
        QVERIFY(textFont(TextSize::Title).pointSizeF() > textFont(TextSize::Heading).pointSizeF());
        QVERIFY(textFont(TextSize::Heading).pointSizeF() > textFont(TextSize::Body).pointSizeF());
        QVERIFY(textFont(TextSize::Caption).pointSizeF() < textFont(TextSize::Body).pointSizeF());
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
