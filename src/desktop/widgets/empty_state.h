#pragma once

#include <QLatin1StringView>
#include <QWidget>

class QLabel;
class QPushButton;

namespace dealdesk {

class IconLabel;

/// What a list shows instead of nothing: an icon, what it is, and what to do. Parts: "<objectName>Title", "<objectName>Action".
class EmptyState : public QWidget {
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// `action` is a button text with mnemonic; empty for none. `iconName` as of desktop/theme/icons.h.
    void setContent(QLatin1StringView iconName, const QString &title, const QString &sentence, const QString &action = {});

Q_SIGNALS:
    void actionTriggered();

private:
    IconLabel *m_icon = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_sentence = nullptr;
    QPushButton *m_action = nullptr;
};

} // namespace dealdesk
