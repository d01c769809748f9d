#pragma once

#include "desktop/theme/colors.h"

#include <QWidget>

class QPainter;

namespace dealdesk {

/// A pill with a word in it, coloured by tone.
class StatusChip : public QWidget {
    Q_OBJECT

public:
    explicit StatusChip(QWidget *parent = nullptr);

    /// The accessible name becomes `text` unless one was set.
    void setStatus(const QString &text, Tone tone);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] Tone tone() const { return m_tone; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone = Tone::Neutral;
};

/// The same pill for item delegates: its size, and painted at the left of `rect`, vertically centred, elided where it must be.
QSize chipSize(const QString &text, const QFont &font);
void paintChip(QPainter *painter, const QRect &rect, const QString &text, Tone tone, const QPalette &palette, const QFont &font);

} // namespace dealdesk
