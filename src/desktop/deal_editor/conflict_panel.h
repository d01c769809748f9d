#pragma once

#include "domain/draft_merge.h"

#include <QWidget>

class QButtonGroup;
class QPushButton;
class QVBoxLayout;

namespace dealdesk {

/// The places that were changed here and elsewhere, differently: each with its three values to choose from.
class ConflictPanel : public QWidget {
    Q_OBJECT

public:
    explicit ConflictPanel(QWidget *parent = nullptr);

    void setConflicts(const QList<FieldConflict> &conflicts);
    /// A side for each conflict; mine where nothing else was chosen.
    [[nodiscard]] QList<MergeSide> choices() const;
    /// To the first place.
    void takeFocus();

Q_SIGNALS:
    void chosen(const QList<dealdesk::MergeSide> &choices);
    void mineKept();
    void theirsTaken();

private:
    void addConflict(int number, const FieldConflict &conflict);

    QVBoxLayout *m_rows = nullptr;
    QList<QPushButton *> m_buttons; ///< below the places
    QList<QWidget *> m_boxes;
    QList<QButtonGroup *> m_groups;
};

} // namespace dealdesk
